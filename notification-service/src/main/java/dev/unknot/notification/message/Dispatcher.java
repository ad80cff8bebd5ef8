package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sends due messages, each channel with hands of its own. */
@Component
class Dispatcher implements SmartLifecycle {
    private final List<ChannelHands> channels;
    private final MessageSettings settings;

    Dispatcher(
            Leases leases,
            SendMessage sendMessage,
            SendingGate gate,
            GatewayBreakers breakers,
            MessageSettings settings) {
        this.channels = Arrays.stream(Channel.values())
                .map(channel -> new ChannelHands(channel, leases, sendMessage, gate, breakers, settings))
                .toList();
        this.settings = settings;
    }

    @TransactionalEventListener
    void wake(MessagesPlanned planned) {
        channels.forEach(ChannelHands::wake);
    }

    @Override
    public void start() {
        channels.forEach(ChannelHands::start);
    }

    /** Lets what was begun come to its end; a gateway is given up on within half a lease. */
    @Override
    public void stop() {
        List<@Nullable Thread> loops =
                channels.stream().<@Nullable Thread>map(ChannelHands::loop).toList();
        channels.forEach(ChannelHands::end);
        try {
            for (int i = 0; i < channels.size(); i++) {
                ChannelHands hands = channels.get(i);
                boolean unused = hands.rests(loops.get(i), settings.lease(hands.channel()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return channels.stream().allMatch(ChannelHands::running);
    }

    @Override
    public boolean isAutoStartup() {
        return settings.sending();
    }
}
