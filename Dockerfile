# syntax=docker/dockerfile:1
# One image recipe for every service: docker build --build-arg SERVICE=membership-service .

FROM maven:3.9-eclipse-temurin-25 AS build
ARG SERVICE
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    test -n "$SERVICE" \
    && mvn --batch-mode --no-transfer-progress -Pcontainer -pl "$SERVICE" -am -DskipTests package \
    && cp "$SERVICE"/target/*-exec.jar app.jar \
    && java -Djarmode=tools -jar app.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
ENV SERVER_PORT=8080
EXPOSE 8080
USER 10001:10001
# bash speaks HTTP well enough; the image has no curl.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# No class is ever unloaded, and looking for some stops everybody for 50 ms at each mark (docs/performance.md).
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:-ClassUnloadingWithConcurrentMark", "--enable-native-access=ALL-UNNAMED", "-jar", "app.jar"]
