/**
 * How every module tests: {@link io.mien.testkit.TestServers} are real servers with switches to
 * take them away, {@link io.mien.testkit.ArchitectureRules} keep the dependency law.
 */
@NullMarked
package io.mien.testkit;

import org.jspecify.annotations.NullMarked;
