package vn.sen.reporting.live;

/**
 * What a report says at present.
 *
 * @param id the same for the same figures, whenever and wherever they are made
 * @param tag names the state of the log and the map that it was made of
 * @param data JSON, on one line
 */
public record Present(String id, String tag, String data) {}
