package io.mien.orchestrator.key;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key allows; each role includes those before it. */
public enum Role {
  VIEWER,
  SUBMITTER,
  OPERATOR,
  ADMIN;

  public static final String VIEWER_NAME = "viewer";
  public static final String SUBMITTER_NAME = "submitter";
  public static final String OPERATOR_NAME = "operator";
  public static final String ADMIN_NAME = "admin";

  /** The name in the database and in {@code @RolesAllowed}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Names of this role and of those it includes. */
  public Set<String> included() {
    return Arrays.stream(values())
        .filter(role -> role.compareTo(this) <= 0)
        .map(Role::wireName)
        .collect(Collectors.toUnmodifiableSet());
  }
}
