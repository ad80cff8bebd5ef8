package dev.unknot.devstack.phone;

import dev.unknot.devstack.phone.Text.Direction;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gateway's JSON: snake case, dates after RFC 2822. */
final class TwilioJson {

    private TwilioJson() {}

    static Map<String, Object> message(Text text, String account) {
        boolean outbound = text.direction() == Direction.OUTBOUND;
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(text.at().atOffset(ZoneOffset.UTC));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sid", text.sid());
        json.put("account_sid", account);
        json.put("direction", outbound ? "outbound-api" : "inbound");
        json.put("from", text.from());
        json.put("to", text.to());
        json.put("body", text.body());
        json.put("status", outbound ? "delivered" : "received");
        json.put("date_created", date);
        json.put("date_sent", date);
        json.put("date_updated", date);
        return json;
    }

    static Map<String, Object> page(List<Text> texts, String account, int size) {
        return Map.of(
                "messages", texts.stream().map(text -> message(text, account)).toList(), "page", 0, "page_size", size);
    }

    static Map<String, Object> problem(int status, int code, String sentence) {
        return Map.of("status", status, "code", code, "message", sentence);
    }
}
