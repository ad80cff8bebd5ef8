package dev.unknot.common.appointment;

/**
 * A reason why there are no more slots.
 *
 * @param code of the rule; several rules may share one
 * @param share of all starts looked at that this rule is the first to stop, more than 0 and at most 1
 * @param alone how many starts nothing else stops: that many would open if it were otherwise
 */
public record SlotObstacle(String code, ObstacleKind kind, String sentence, double share, long alone) {}
