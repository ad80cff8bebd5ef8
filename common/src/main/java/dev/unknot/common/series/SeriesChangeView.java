package dev.unknot.common.series;

import java.util.List;

/**
 * Answer to a change of a series.
 *
 * @param series as it is now
 * @param report on each occurrence the change was about, by number
 */
public record SeriesChangeView(SeriesView series, List<OccurrenceReport> report) {}
