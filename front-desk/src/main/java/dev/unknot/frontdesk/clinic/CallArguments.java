package dev.unknot.frontdesk.clinic;

import dev.unknot.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;

/** Writes {@link Bearer} and {@link IfMatch} into a call's headers. */
class CallArguments implements HttpServiceArgumentResolver {

    @Override
    public boolean resolve(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder call) {
        switch (argument) {
            case Bearer bearer -> call.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + bearer.token());
            case IfMatch match -> call.addHeader(HttpHeaders.IF_MATCH, ETags.of(match.version()));
            case null, default -> {
                return false;
            }
        }
        return true;
    }
}
