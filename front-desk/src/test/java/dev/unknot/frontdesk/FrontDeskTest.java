package dev.unknot.frontdesk;

import dev.unknot.platform.test.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The front desk with two clients who know their secrets, on a clock that tests may move. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(
        properties = {
            "unknot.tokens.issuer=https://front-desk.test",
            "unknot.tokens.key-secret=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "unknot.tokens.dev-clients[0].id=owner",
            "unknot.tokens.dev-clients[0].secret=owner-secret",
            "unknot.tokens.dev-clients[0].role=owner",
            "unknot.tokens.dev-clients[0].subject=olga",
            "unknot.tokens.dev-clients[1].id=mitte",
            "unknot.tokens.dev-clients[1].secret=mitte-secret",
            "unknot.tokens.dev-clients[1].role=front-desk",
            "unknot.tokens.dev-clients[1].subject=mira",
            "unknot.tokens.dev-clients[1].locations[0]=0197a000-0000-7000-8000-000000000001"
        })
@Import(TimeOfTokens.class)
public @interface FrontDeskTest {}
