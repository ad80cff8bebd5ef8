package dev.unknot.frontdesk.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a visit, and what was sent about it.
 *
 * @param history oldest first
 * @param messages null: they cannot be asked for right now
 * @param notTold what no channel told the client, and why, as sentences
 * @param calledOff null: it was not
 */
public record Happened(
        List<HistoryLine> history,
        @Nullable List<MessageLine> messages,
        List<String> notTold,
        @Nullable CalledOff calledOff) {}
