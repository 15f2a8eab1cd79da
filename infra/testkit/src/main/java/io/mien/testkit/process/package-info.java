/**
 * The servers' own process. {@link io.mien.testkit.process.ServersProcess} is its end in the test
 * JVM and uses only the JDK; {@link io.mien.testkit.process.ServersMain} and what it uses run on
 * the class path of {@code mien-embedded}.
 */
@NullMarked
package io.mien.testkit.process;

import org.jspecify.annotations.NullMarked;
