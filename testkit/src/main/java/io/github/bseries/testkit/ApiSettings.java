// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an appliance answers where versions differ, and the numbers that no source tells. The {@link
 * Builder} tells the default of each, and its source. What is a question with few plausible answers
 * is none of these, but an {@link AssumedSwitch}.
 *
 * @param namespace the namespace of the answers in XML
 * @param apiVersion the version that {@code get_api_info} tells
 * @param companyName the company that {@code get_api_info} tells; null if it tells none, as newer
 *     versions do
 * @param tokenLife how long a token is valid
 * @param lockOutAttempts how many wrong secrets in a row lock an account, 1 or more
 * @param lockOutSpan how long an account stays locked
 * @param rateLimited whether calls are limited to 20 in a second and 15,000 in an hour for each
 *     account
 * @since 0.1
 */
public record ApiSettings(
    ApiNamespace namespace,
    String apiVersion,
    @Nullable String companyName,
    Duration tokenLife,
    int lockOutAttempts,
    Duration lockOutSpan,
    boolean rateLimited) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range; the message names it
   */
  public ApiSettings {
    requireNonNull(namespace, "namespace");
    requireNonNull(apiVersion, "apiVersion");
    checkSpan("tokenLife", tokenLife);
    checkSpan("lockOutSpan", lockOutSpan);
    if (lockOutAttempts < 1) {
      throw new IllegalArgumentException(
          "lockOutAttempts is " + lockOutAttempts + ", must be 1 or more");
    }
  }

  /** Returns a builder whose settings all have defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the settings that an appliance has unless it is told otherwise. */
  public static ApiSettings defaults() {
    return builder().build();
  }

  /** Returns a builder with these settings. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.namespace = namespace;
    builder.apiVersion = apiVersion;
    builder.companyName = companyName;
    builder.tokenLife = tokenLife;
    builder.lockOutAttempts = lockOutAttempts;
    builder.lockOutSpan = lockOutSpan;
    builder.rateLimited = rateLimited;
    return builder;
  }

  private static void checkSpan(String name, Duration span) {
    if (span.isNegative() || span.isZero()) {
      throw new IllegalArgumentException(name + " is " + span + ", must be above zero");
    }
  }

  /**
   * Collects the settings. Not safe for use by several threads; may be used again after a build.
   *
   * @since 0.1
   */
  public static final class Builder {

    private ApiNamespace namespace = ApiNamespace.RECORDED;
    private String apiVersion = "1.19.0";
    private @Nullable String companyName = "example";
    private Duration tokenLife = Duration.ofHours(1);
    private int lockOutAttempts = 5;
    private Duration lockOutSpan = Duration.ofMinutes(30);
    private boolean rateLimited = false;

    private Builder() {}

    /** Sets the namespace of the answers in XML. RECORDED unless set. */
    public Builder namespace(ApiNamespace namespace) {
      this.namespace = namespace;
      return this;
    }

    /**
     * Sets the version that {@code get_api_info} tells. 1.19.0 unless set.
     *
     * @source W-RAGMOB
     */
    public Builder apiVersion(String apiVersion) {
      this.apiVersion = apiVersion;
      return this;
    }

    /**
     * Sets the company that {@code get_api_info} tells, null for none. Example unless set.
     *
     * @source D-CHG (gone since 1.24.1)
     */
    public Builder companyName(@Nullable String companyName) {
      this.companyName = companyName;
      return this;
    }

    /**
     * Sets how long a token is valid. One hour unless set.
     *
     * @source D-AUTH, W-RAGMOB
     */
    public Builder tokenLife(Duration tokenLife) {
      this.tokenLife = tokenLife;
      return this;
    }

    /**
     * Sets how many wrong secrets in a row lock an account, 1 or more. 5 unless set.
     *
     * @source S-CFG (that there is a lock-out); assumed: the number
     */
    public Builder lockOutAttempts(int lockOutAttempts) {
      this.lockOutAttempts = lockOutAttempts;
      return this;
    }

    /**
     * Sets how long an account stays locked. 30 minutes unless set.
     *
     * @source S-CFG (that it ends); assumed: when
     */
    public Builder lockOutSpan(Duration lockOutSpan) {
      this.lockOutSpan = lockOutSpan;
      return this;
    }

    /**
     * Sets whether calls are limited to 20 in a second and 15,000 in an hour for each account.
     * False: the limit came after the version that a pair has unless set.
     *
     * @source S-CFG 1.10, S-V2, D-JSON (the limit); W-RAGMOB (none in 2019)
     */
    public Builder rateLimited(boolean rateLimited) {
      this.rateLimited = rateLimited;
      return this;
    }

    /**
     * Builds the settings.
     *
     * @throws IllegalStateException if one makes no sense; the message names it
     */
    public ApiSettings build() {
      try {
        return new ApiSettings(
            namespace,
            apiVersion,
            companyName,
            tokenLife,
            lockOutAttempts,
            lockOutSpan,
            rateLimited);
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
  }
}
