package dev.unknot.platform.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the name of a class or of its package has to look like. */
final class NameCondition extends ArchCondition<JavaClass> {

    private final Function<JavaClass, String> name;
    private final Pattern pattern;
    private final boolean wanted;

    private NameCondition(String words, Function<JavaClass, String> name, Pattern pattern, boolean wanted) {
        super(words);
        this.name = name;
        this.pattern = pattern;
        this.wanted = wanted;
    }

    static NameCondition aPackageLike(String words, Pattern pattern) {
        return new NameCondition(words, JavaClass::getPackageName, pattern, true);
    }

    static NameCondition noPackageLike(String words, Pattern pattern) {
        return new NameCondition(words, JavaClass::getPackageName, pattern, false);
    }

    static NameCondition noNameLike(String words, Pattern pattern) {
        return new NameCondition(words, JavaClass::getSimpleName, pattern, false);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean right = pattern.matcher(name.apply(type)).matches() == wanted;
        events.add(new SimpleConditionEvent(
                type, right, type.getDescription() + (right ? " does " : " does not ") + getDescription()));
    }
}
