package dev.unknot.frontdesk.board;

/** A full hour of the wall clock beside the sheet, as long as it lasts there. */
record HourMark(Place place, String label) {}
