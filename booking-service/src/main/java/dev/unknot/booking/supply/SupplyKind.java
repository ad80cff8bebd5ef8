package dev.unknot.booking.supply;

enum SupplyKind {
    LOCATION,
    THERAPIST
}
