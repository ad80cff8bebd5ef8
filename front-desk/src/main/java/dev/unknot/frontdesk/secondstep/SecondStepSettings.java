package dev.unknot.frontdesk.secondstep;

import dev.unknot.common.access.Role;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param requiredFor roles whose people have to set up a second step before anything else; by default none, each may */
@ConfigurationProperties("unknot.second-step")
record SecondStepSettings(@DefaultValue List<Role> requiredFor) {}
