package dev.unknot.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * An address that Tomcat cannot read, such as {@code /%zz}, belongs to no application, and Tomcat answers it with a page of
 * its own. Given to ours, it is refused as everything is: by the error page. Nothing else of the application is asked, since
 * Tomcat has refused the request before it comes here.
 */
final class StrayRequests extends ValveBase {

    private final Context ours;

    StrayRequests(Context ours) {
        super(true);
        this.ours = ours;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getContext() == null && response.isErrorReportRequired()) {
            request.getMappingData().context = ours;
        }
        getNext().invoke(request, response);
    }
}
