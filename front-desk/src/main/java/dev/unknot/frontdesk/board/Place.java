package dev.unknot.frontdesk.board;

/**
 * Where something stands on the sheet. The stylesheet {@link PlaceStyles} has a class for each, since the pages' security
 * policy takes no style from the markup.
 *
 * @param row from 1
 * @param rows how many five-minute rows it covers, at least 1
 */
record Place(int row, int rows) {

    public String styles() {
        return "at-" + row + " for-" + rows;
    }
}
