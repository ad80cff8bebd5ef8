# Copies what bin/dev build has packaged; one image per service, and one for the phone and inbox of development.
ARG JAVA_IMAGE=eclipse-temurin:25-jre

FROM ${JAVA_IMAGE} AS service
ARG MODULE
COPY ${MODULE}/target/${MODULE}-*-exec.jar /app/application.jar
USER 65534:65534
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/application.jar"]

FROM ${JAVA_IMAGE} AS dev-stack
COPY dev-stack/target/lib /app/lib
COPY dev-stack/target/classes /app/classes
# Owned by who runs it, so that the volume mounted here is.
RUN mkdir /state && chown 65534:65534 /state
USER 65534:65534
VOLUME /state
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-Dlogback.configurationFile=dev/unknot/devstack/supervisor-logback.xml", "-cp", "/app/classes:/app/lib/*"]
