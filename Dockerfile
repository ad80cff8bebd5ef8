# The images of the four services, and the one of the phone, the inbox and the demo chain. They build themselves from the sources:
# one stage packages all, each image takes its own part.
ARG MAVEN_IMAGE=maven:3.9-eclipse-temurin-25
ARG JAVA_IMAGE=eclipse-temurin:25-jre

FROM ${MAVEN_IMAGE} AS build
WORKDIR /unknot
COPY . .
# Libraries stay on the machine that builds, so that a change of one line fetches nothing. Tests are compiled in platform alone,
# whose test servers the dev-stack is made of.
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn -B -ntp package -pl front-desk,booking-service,therapist-service,notification-service,dev-stack -am \
        -DskipTests -Dtests.compile.skip=true -Dstyle.color=never

FROM ${JAVA_IMAGE} AS layers
ARG MODULE
COPY --from=build /unknot/${MODULE}/target/${MODULE}-*-exec.jar /application.jar
RUN java -Djarmode=tools -jar /application.jar extract --layers --destination /layers

# What changes seldom comes first, so that a new version of a service is a new last layer of a few hundred kilobytes.
FROM ${JAVA_IMAGE} AS service
WORKDIR /app
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
USER 65534:65534
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/application.jar"]

FROM ${JAVA_IMAGE} AS dev-stack
COPY --from=build /unknot/dev-stack/target/lib /app/lib
COPY --from=build /unknot/dev-stack/target/classes /app/classes
# Owned by who runs it, so that the volume mounted here is.
RUN mkdir /state && chown 65534:65534 /state
USER 65534:65534
VOLUME /state
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-Dlogback.configurationFile=dev/unknot/devstack/supervisor-logback.xml", "-cp", "/app/classes:/app/lib/*"]
