package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AddOn;
import dev.unknot.common.money.Money;
import dev.unknot.common.terms.MenuAddOn;
import java.util.List;
import java.util.stream.Stream;

/** Something that may be given on top of a visit, or is. */
public record AddOnChoice(String code, String words, boolean chosen) {

    /** The menu's, in its order, and those of the visit that are not on it any more. */
    static List<AddOnChoice> of(List<MenuAddOn> menu, List<AddOn> given, AmendForm form) {
        Stream<AddOnChoice> sold =
                menu.stream().map(each -> choice(each.code(), each.name(), each.minutes(), each.price(), form));
        Stream<AddOnChoice> kept = given.stream()
                .filter(each -> menu.stream().noneMatch(one -> one.code().equals(each.code())))
                .map(each -> choice(each.code(), each.name(), each.minutes(), each.price(), form));
        return Stream.concat(sold, kept).toList();
    }

    private static AddOnChoice choice(String code, String name, int minutes, Money price, AmendForm form) {
        String length = minutes == 0 ? "" : ", " + minutes + " min";
        return new AddOnChoice(code, name + length + " · " + Price.words(price), form.has(code));
    }
}
