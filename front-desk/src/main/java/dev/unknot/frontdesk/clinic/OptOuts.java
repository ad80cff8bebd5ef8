package dev.unknot.frontdesk.clinic;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.OptOutView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What clients want no messages by, in notification-service. */
@HttpExchange("/api/v1/clients/{client}/opt-outs")
public interface OptOuts {

    /** One for each channel. */
    @GetExchange
    ItemList<OptOutView> of(Bearer by, @PathVariable ClientId client);

    @PutExchange("/{channel}")
    OptOutView add(Bearer by, @PathVariable ClientId client, @PathVariable Channel channel);

    @DeleteExchange("/{channel}")
    OptOutView remove(Bearer by, @PathVariable ClientId client, @PathVariable Channel channel);
}
