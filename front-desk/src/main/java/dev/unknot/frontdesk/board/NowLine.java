package dev.unknot.frontdesk.board;

/** Where the present is on today's sheet. */
record NowLine(Place place, String time) {}
