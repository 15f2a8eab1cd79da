/** The REST interface: resources, problems, pages. */
@NullMarked
package io.mien.orchestrator.rest;

import org.jspecify.annotations.NullMarked;
