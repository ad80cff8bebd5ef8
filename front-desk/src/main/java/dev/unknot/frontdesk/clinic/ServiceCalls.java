package dev.unknot.frontdesk.clinic;

import dev.unknot.frontdesk.page.FieldWords;
import dev.unknot.platform.problem.Fault;
import dev.unknot.platform.trace.Trace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the services are called: with time limits, inside the present trace, their refusals in one form. */
@Component
class ServiceCalls {

    private static final Logger log = LoggerFactory.getLogger(ServiceCalls.class);

    private final JdkClientHttpRequestFactory requests;
    private final JsonMapper json;

    ServiceCalls(ServiceSettings settings, SslBundles bundles, JsonMapper json) {
        HttpClient.Builder http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.connectTimeout());
        if (settings.sslBundle() != null) {
            http.sslContext(bundles.getBundle(settings.sslBundle()).createSslContext());
        }
        this.requests = new JdkClientHttpRequestFactory(http.build());
        this.requests.setReadTimeout(settings.readTimeout());
        // A service of the next version may say more than we know.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    HttpServiceProxyFactory to(URI service) {
        var client = RestClient.builder()
                .baseUrl(service)
                .requestFactory(requests)
                .configureMessageConverters(
                        converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                .requestInterceptor(ServiceCalls::call)
                .defaultStatusHandler(HttpStatusCode::isError, (request, answer) -> {
                    throw refusal(answer);
                })
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .customArgumentResolver(new CallArguments())
                .build();
    }

    private static ClientHttpResponse call(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
        String trace = Trace.current();
        if (trace != null) {
            request.getHeaders().set(Trace.HEADER, trace);
        }
        try {
            return execution.execute(request, body);
        } catch (IOException failure) {
            log.warn(
                    "{} is out of reach: {}",
                    request.getURI().getAuthority(),
                    failure.getClass().getName());
            throw Refused.outOfReach();
        }
    }

    private Refused refusal(ClientHttpResponse answer) throws IOException {
        int status = answer.getStatusCode().value();
        JsonNode problem = read(answer);
        String code = problem.path("code").asString("");
        if (status == 502 || status == 503 || status == 504) {
            return Refused.outOfReach();
        }
        if (code.isEmpty() || status >= 500) {
            log.error("a service answered {} {}", status, code);
            return new Refused("internal-error", "Something went wrong on our side.", null, 502);
        }
        String field = problem.at("/errors/0/field").asString("");
        String sentence = FieldWords.sentence(code, problem.path("detail").asString(""), faults(problem));
        return new Refused(code, sentence, field.isEmpty() ? null : field, status, problem);
    }

    private static List<Fault> faults(JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .map(fault -> new Fault(
                        fault.path("field").asString(""),
                        fault.path("code").asString(""),
                        fault.path("message").asString("")))
                .toList();
    }

    private JsonNode read(ClientHttpResponse answer) throws IOException {
        try {
            return json.readTree(answer.getBody());
        } catch (JacksonException notJson) {
            return json.createObjectNode();
        }
    }
}
