// SPDX-License-Identifier: Apache-2.0
/**
 * The pure domain: what is known about a pair of appliances, and what follows from it.
 *
 * <p>Nothing here opens a socket, reads a clock, starts a thread or writes a log.
 *
 * @since 0.1
 */
module io.github.bseries.core {
  requires static transitive org.jspecify;

  exports io.github.bseries.core.backup;
  exports io.github.bseries.core.failover;
  exports io.github.bseries.core.pair;
  exports io.github.bseries.core.readiness;
  exports io.github.bseries.core.sync;
}
