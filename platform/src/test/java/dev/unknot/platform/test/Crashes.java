package dev.unknot.platform.test;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Imported by a test, makes the service's data source a {@link CrashingDataSource}. */
@TestConfiguration(proxyBeanMethods = false)
public class Crashes {

    @Bean
    static BeanPostProcessor crashingDataSources() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new CrashingDataSource(source) : bean;
            }
        };
    }
}
