package dev.unknot.platform.event;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are created.
 *
 * @param partitions of each topic; changing it later would break the order within a key
 * @param replication of each topic; 3 in a cluster
 */
@ConfigurationProperties("unknot.kafka")
record EventSettings(
        @DefaultValue("12") int partitions,
        @DefaultValue("1") short replication) {}
