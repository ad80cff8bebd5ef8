package dev.unknot.platform.web;

import dev.unknot.platform.problem.Rejection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link ExpectedVersion} from {@code If-Match}; only a nullable one may be missing. */
class ExpectedVersionArgument implements HandlerMethodArgumentResolver {

    private static final Pattern STRONG_TAG = Pattern.compile("\"(\\d{1,18})\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ExpectedVersion.class;
    }

    @Override
    public @Nullable ExpectedVersion resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null && parameter.isOptional()) {
            return null;
        }
        if (header == null) {
            throw Rejection.preconditionRequired(
                    "if-match-required", "A change needs the header If-Match with the ETag you have read.");
        }
        var tag = STRONG_TAG.matcher(header.strip());
        if (!tag.matches() || more(request)) {
            throw Rejection.malformed(
                    "malformed-if-match", "If-Match is one version in quotes, such as \"3\".", HttpHeaders.IF_MATCH);
        }
        return new ExpectedVersion(Long.parseLong(tag.group(1)));
    }

    private static boolean more(NativeWebRequest request) {
        String[] all = request.getHeaderValues(HttpHeaders.IF_MATCH);
        return all != null && all.length > 1;
    }
}
