package io.mien.contracts.rest;

/**
 * Body of {@code POST /v1/runs/{id}/priority}.
 *
 * @param priority as in {@link RunRequest#priority()}
 */
public record PriorityRequest(int priority) {}
