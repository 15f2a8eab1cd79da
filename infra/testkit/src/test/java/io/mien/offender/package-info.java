/**
 * Classes that break the rules, to prove that the rules notice; not null-marked, which breaks one
 * more.
 */
package io.mien.offender;
