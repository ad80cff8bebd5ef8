package dev.unknot.frontdesk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

@EnableScheduling
@SpringBootApplication
@ConfigurationPropertiesScan
public class FrontDeskApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(FrontDeskApplication.class, arguments);
    }
}
