package dev.unknot.frontdesk.board;

/** A room of which no place can be booked for a while. */
record BlockedRoom(String name, Blocked blocked) {}
