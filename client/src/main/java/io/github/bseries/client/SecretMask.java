// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets of an account out of texts that the other side wrote: an error may repeat the
 * very request that it is about. Safe for use by several threads.
 */
final class SecretMask {

  /** What stands where a secret stood. */
  static final String HIDDEN = "[hidden]";

  /** More than the 30 that an appliance keeps for one account, since one may call several. */
  private static final int REMEMBERED_TOKENS = 120;

  private final @Nullable ApiAccount account;
  private final Deque<String> tokens = new ArrayDeque<>();

  SecretMask(@Nullable ApiAccount account) {
    this.account = account;
  }

  /** Adds a token; it is hidden from now on, even when it was refused or replaced. */
  synchronized void learn(String token) {
    tokens.remove(token);
    tokens.addFirst(token);
    if (tokens.size() > REMEMBERED_TOKENS) {
      tokens.removeLast();
    }
  }

  /** Returns the text without client secret, credentials and tokens. */
  String hide(String text) {
    ApiAccount known = account;
    String result = known == null ? text : known.hideIn(text, HIDDEN);
    synchronized (this) {
      for (String token : tokens) {
        result = result.replace(token, HIDDEN);
      }
    }
    return result;
  }
}
