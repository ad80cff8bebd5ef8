package dev.unknot.frontdesk.messages.web;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.MessageState;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.messages.MessageSearch;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class MessagesController {

    private final MessageSearch messages;

    MessagesController(MessageSearch messages) {
        this.messages = messages;
    }

    @GetMapping("/messages")
    String list(
            @RequestParam(required = false) @Nullable UUID location,
            @RequestParam(required = false) @Nullable MessageState state,
            @RequestParam(required = false) @Nullable String cursor,
            StaffAccount account,
            Model model) {
        model.addAttribute(
                "list", messages.find(account, location == null ? null : new LocationId(location), state, cursor));
        model.addAttribute("later", cursor != null);
        return "messages/messages";
    }
}
