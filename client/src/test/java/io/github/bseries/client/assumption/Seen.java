// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.assumption;

/**
 * What a scenario came to.
 *
 * @param client what the client told its caller
 * @param behind what the pair was, said or was asked for meanwhile, where a client cannot see it
 */
record Seen(String client, String behind) {

  /** What the client told is all there is to see. */
  static Seen by(String client) {
    return new Seen(client, "");
  }
}
