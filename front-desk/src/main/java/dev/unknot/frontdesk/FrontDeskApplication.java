package dev.unknot.frontdesk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.StringUtils;

@EnableScheduling
@SpringBootApplication
@ConfigurationPropertiesScan
public class FrontDeskApplication {

    public static void main(String[] arguments) {
        ConfigurableApplicationContext desk = SpringApplication.run(FrontDeskApplication.class, arguments);
        // Done by then; whoever runs the server reads the new password, and starts the service as usual.
        if (StringUtils.hasText(desk.getEnvironment().getProperty("unknot.accounts.way-back"))) {
            System.exit(SpringApplication.exit(desk));
        }
    }
}
