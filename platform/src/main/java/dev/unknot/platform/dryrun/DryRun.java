package dev.unknot.platform.dryrun;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Whether what is done now is done only to see how it would end. */
public final class DryRun {

    static final String PARAMETER = "dryRun";

    private static final String ASKED = DryRun.class.getName();

    private DryRun() {}

    /** Of the request this thread answers; false outside a request. */
    public static boolean asked() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(ASKED, RequestAttributes.SCOPE_REQUEST) != null;
    }

    /** What must be kept of a dry run too: that somebody tried what is not theirs. */
    public static void nevertheless(Runnable work) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null || !asked()) {
            work.run();
            return;
        }
        request.removeAttribute(ASKED, RequestAttributes.SCOPE_REQUEST);
        try {
            work.run();
        } finally {
            ask(request);
        }
    }

    static void ask(RequestAttributes request) {
        request.setAttribute(ASKED, true, RequestAttributes.SCOPE_REQUEST);
    }
}
