package dev.unknot.platform.idempotency;

import dev.unknot.platform.problem.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link IdempotencyKey} from its header; null without one. */
class IdempotencyKeyArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotencyKey.class;
    }

    @Override
    public @Nullable IdempotencyKey resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        String[] headers = request.getHeaderValues(IdempotencyKey.HEADER);
        if (headers == null || headers.length == 0) {
            return null;
        }
        try {
            return new IdempotencyKey(headers.length == 1 ? headers[0] : "");
        } catch (IllegalArgumentException unreadable) {
            throw Rejection.malformed(
                    "malformed-idempotency-key",
                    "A request has one idempotency key of 1 to 255 printable ASCII characters.",
                    IdempotencyKey.HEADER);
        }
    }
}
