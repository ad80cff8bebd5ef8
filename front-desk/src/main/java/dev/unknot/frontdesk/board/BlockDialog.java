package dev.unknot.frontdesk.board;

import dev.unknot.common.block.BlockId;
import dev.unknot.common.block.BlockView;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.RoomView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.Blocks;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.Locations;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.clinic.Therapists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Blocks a time that was clicked, and lifts a block. Each throws {@link Refused} in the words of booking-service. */
@Service
public class BlockDialog {

    private final DeskTokens tokens;
    private final Blocks blocks;
    private final Locations locations;
    private final Therapists therapists;

    BlockDialog(DeskTokens tokens, Blocks blocks, Locations locations, Therapists therapists) {
        this.tokens = tokens;
        this.blocks = blocks;
        this.locations = locations;
        this.therapists = therapists;
    }

    public void block(StaffAccount desk, BlockForm form) {
        var unused = blocks.block(tokens.of(desk), form.key(), form.command());
    }

    public void lift(StaffAccount desk, BlockId id) {
        blocks.lift(tokens.of(desk), id);
    }

    /** Whether it has been lifted. */
    public boolean isGone(StaffAccount desk, BlockId id) {
        try {
            var there = blocks.find(tokens.of(desk), id);
            return false;
        } catch (Refused refused) {
            if (refused.isNotFound()) {
                return true;
            }
            throw refused;
        }
    }

    /** @param refusal of the attempt before; null: there was none */
    public BlockPage page(StaffAccount desk, BlockId id, @Nullable Refusal refusal) {
        Bearer by = tokens.of(desk);
        BlockView block = blocks.find(by, id);
        LocationView place = locations.find(by, block.locationId());
        return new BlockPage(block, place, who(by, block, place), refusal);
    }

    private String who(Bearer by, BlockView block, LocationView place) {
        return block.therapistId() != null
                ? therapists.find(by, block.therapistId()).name()
                : place.rooms().stream()
                        .filter(room -> room.id().equals(block.roomId()))
                        .map(RoomView::name)
                        .findFirst()
                        .orElse("A room");
    }
}
