package dev.unknot.booking.terms;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.money.Money;
import dev.unknot.common.terms.Menu;
import dev.unknot.common.terms.MenuAddOn;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.treatment.TreatmentId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All menus that were put, in the order in which their entries were given. */
@Repository
class Menus {

    private final JdbcClient jdbc;

    Menus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Menu of(LocationId location) {
        return new Menu(
                jdbc.sql("SELECT * FROM menu_entries WHERE location_id = ? ORDER BY position")
                        .param(location.value())
                        .query(Menus::entry)
                        .list(),
                jdbc.sql("SELECT * FROM menu_add_ons WHERE location_id = ? ORDER BY position")
                        .param(location.value())
                        .query(Menus::addOn)
                        .list());
    }

    void keep(LocationId location, Menu menu) {
        delete("DELETE FROM menu_entries WHERE location_id = ?", location);
        delete("DELETE FROM menu_add_ons WHERE location_id = ?", location);
        for (int position = 0; position < menu.entries().size(); position++) {
            insert(location, position, menu.entries().get(position));
        }
        for (int position = 0; position < menu.addOns().size(); position++) {
            insert(location, position, menu.addOns().get(position));
        }
    }

    private void delete(String sql, LocationId location) {
        jdbc.sql(sql).param(location.value()).update();
    }

    private void insert(LocationId location, int position, MenuEntry entry) {
        jdbc.sql("""
                INSERT INTO menu_entries (location_id, position, treatment_id, minutes, amount, currency, tax_percent)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .param(location.value())
                .param(position)
                .param(entry.treatmentId().value())
                .param(entry.minutes())
                .param(entry.price().amount())
                .param(entry.price().currency())
                .param(entry.taxPercent())
                .update();
    }

    private void insert(LocationId location, int position, MenuAddOn addOn) {
        jdbc.sql("""
                INSERT INTO menu_add_ons (location_id, position, code, name, minutes, amount, currency, tax_percent)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(location.value())
                .param(position)
                .param(addOn.code())
                .param(addOn.name())
                .param(addOn.minutes())
                .param(addOn.price().amount())
                .param(addOn.price().currency())
                .param(addOn.taxPercent())
                .update();
    }

    private static MenuEntry entry(ResultSet row, int number) throws SQLException {
        return new MenuEntry(
                new TreatmentId(row.getObject("treatment_id", UUID.class)),
                row.getInt("minutes"),
                price(row),
                percent(row));
    }

    private static MenuAddOn addOn(ResultSet row, int number) throws SQLException {
        return new MenuAddOn(
                row.getString("code"), row.getString("name"), row.getInt("minutes"), price(row), percent(row));
    }

    private static Money price(ResultSet row) throws SQLException {
        return new Money(row.getLong("amount"), row.getString("currency"));
    }

    /** Without the zeros that the column adds, so that a menu reads as it was put. */
    private static @Nullable BigDecimal percent(ResultSet row) throws SQLException {
        BigDecimal percent = row.getBigDecimal("tax_percent");
        return percent == null ? null : plain(percent.stripTrailingZeros());
    }

    private static BigDecimal plain(BigDecimal stripped) {
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
