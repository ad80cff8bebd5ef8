package dev.unknot.frontdesk;

import dev.unknot.platform.test.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The front desk with two programs who know their secrets and one of the {@link Staff} in each role, on a clock that tests may move. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(
        properties = {
            "unknot.tokens.issuer=https://front-desk.test",
            "unknot.links.base-url=https://front-desk.test",
            "unknot.tokens.key-secret=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "unknot.tokens.dev-clients[0].id=owner",
            "unknot.tokens.dev-clients[0].secret=owner-secret",
            "unknot.tokens.dev-clients[0].role=owner",
            "unknot.tokens.dev-clients[0].subject=olga",
            "unknot.tokens.dev-clients[1].id=mitte",
            "unknot.tokens.dev-clients[1].secret=mitte-secret",
            "unknot.tokens.dev-clients[1].role=front-desk",
            "unknot.tokens.dev-clients[1].subject=mira",
            "unknot.tokens.dev-clients[1].locations[0]=0197a000-0000-7000-8000-000000000001",
            "unknot.accounts.dev[0].email=olga@unknot.test",
            "unknot.accounts.dev[0].name=Olga Owner",
            "unknot.accounts.dev[0].password=a quiet room",
            "unknot.accounts.dev[0].role=owner",
            "unknot.accounts.dev[1].email=mira@unknot.test",
            "unknot.accounts.dev[1].name=Mira Manager",
            "unknot.accounts.dev[1].password=a quiet room",
            "unknot.accounts.dev[1].role=manager",
            "unknot.accounts.dev[1].locations[0]=" + Staff.MITTE,
            "unknot.accounts.dev[2].email=dario@unknot.test",
            "unknot.accounts.dev[2].name=Dario Desk",
            "unknot.accounts.dev[2].password=a quiet room",
            "unknot.accounts.dev[2].role=front-desk",
            "unknot.accounts.dev[2].locations[0]=" + Staff.MITTE,
            "unknot.accounts.dev[3].email=tara@unknot.test",
            "unknot.accounts.dev[3].name=Tara Therapist",
            "unknot.accounts.dev[3].password=a quiet room",
            "unknot.accounts.dev[3].role=therapist",
            "unknot.accounts.dev[3].locations[0]=" + Staff.MITTE,
            "unknot.accounts.dev[3].therapist=" + Staff.TARA_ID
        })
@Import(TimeOfTokens.class)
public @interface FrontDeskTest {}
