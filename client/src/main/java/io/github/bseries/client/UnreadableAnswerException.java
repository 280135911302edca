// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

/**
 * Something answered, but not with anything that this client knows: a page of HTML, an empty body,
 * an answer that broke off, a redirect, an XML without what matters.
 *
 * <p>It says nothing about the appliance, but that something is there at its address.
 *
 * @since 0.1
 */
public final class UnreadableAnswerException extends ApplianceException {

  private static final long serialVersionUID = 1L;

  UnreadableAnswerException(String message, boolean retryable) {
    super(message, retryable);
  }

  @Override
  public String remedy() {
    return isRetryable()
        ? "Try again in a while; if it stays so, look at what is between here and the appliance."
        : "Look at what answers at this address: a proxy, a login page, or an appliance in trouble;"
            + " then try again.";
  }
}
