package io.mien.orchestrator.request;

/** What makes a CloudEvent one: two with the same source and id are the same event. */
record EventKey(String source, String id) {}
