package dev.unknot.platform.idempotency;

import dev.unknot.platform.upkeep.Upkeep;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets old answers, which name people, also where no create comes along to do it. */
final class KeySweep extends Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(KeySweep.class);

    private final StoredAnswers answers;

    KeySweep(StoredAnswers answers) {
        super("key-sweep");
        this.answers = answers;
    }

    @Override
    protected void round(BooleanSupplier goesOn) {
        sweep();
    }

    @Override
    protected Duration pause() {
        return Duration.ofHours(1);
    }

    void sweep() {
        try {
            answers.sweep();
        } catch (RuntimeException away) {
            LOG.warn(
                    "old idempotency keys are swept in an hour: {}",
                    away.getClass().getName());
        }
    }
}
