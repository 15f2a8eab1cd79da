package io.mien.contracts.event;

/**
 * What the items of a synthesis are that are done in a state.
 *
 * @param rejected those that have an image that was not good enough
 * @param images of all of them
 */
public record DoneItems(int rejected, int images) {}
