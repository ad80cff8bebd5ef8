package dev.unknot.platform.problem;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What the caller calls a controller's parameter. */
final class Parameters {

    private Parameters() {}

    static String nameOf(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        String given = query != null ? query.name() : path != null ? path.name() : header != null ? header.name() : "";
        return given.isEmpty() ? parameter.getParameter().getName() : given;
    }
}
