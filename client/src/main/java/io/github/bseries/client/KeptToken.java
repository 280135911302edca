// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.auth.AccessToken;
import io.github.bseries.client.internal.json.form.FileForm;
import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.JsonSource;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.client.internal.json.form.Problems;
import io.github.bseries.core.pair.ApplianceAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One token in a token file. Not a record: its text must not show it. */
final class KeptToken {

  private static final List<String> FIELDS =
      List.of("clientId", "address", "token", "givenAt", "until");

  private static final FileForm<List<KeptToken>> FORM =
      new FileForm<>(
          "bseries-tokens",
          1,
          List.of("tokens"),
          file -> file.required("tokens", Forms.listOf(KeptToken::read)));

  /** What may stand in an {@code Authorization} header after {@code Bearer}: RFC 6750, 2.1. */
  private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]{1,8192}=*");

  private final String clientId;
  private final String address;
  private final String token;
  private final Instant givenAt;
  private final Instant until;

  /** Makes what is kept of a token that is given out now. */
  KeptToken(String clientId, ApplianceAddress address, AccessToken token, Instant now) {
    this(clientId, address.toString(), token.value(), now, now.plus(token.life()));
  }

  private KeptToken(String clientId, String address, String token, Instant givenAt, Instant until) {
    this.clientId = clientId;
    this.address = address;
    this.token = token;
    this.givenAt = givenAt;
    this.until = until;
  }

  String token() {
    return token;
  }

  /**
   * Returns whether it may be valid now. One that will be given out later tells that the clock was
   * set back, so that its age is not known; and none lives as long as somebody may have written.
   */
  boolean isValidAt(Instant now) {
    return !now.isBefore(givenAt)
        && now.isBefore(until)
        && life().compareTo(AccessToken.LONGEST_LIFE) <= 0;
  }

  /** Returns the token as it is now. */
  AccessToken at(Instant now) {
    return new AccessToken(token, life(), Duration.between(givenAt, now));
  }

  private Duration life() {
    return Duration.between(givenAt, until);
  }

  /** A token is sent to nobody but who gave it, for whom he gave it. */
  boolean isOf(String client, ApplianceAddress place) {
    return clientId.equals(client) && address.equals(place.toString());
  }

  /**
   * Returns the tokens in a file; none if it is not understood. What is wrong is not told.
   *
   * @throws IOException if it is of another kind
   */
  static List<KeptToken> read(byte[] content, int longest) throws IOException {
    Problems problems = new Problems();
    String text = content.length > longest ? null : JsonSource.decode(content, problems);
    List<KeptToken> tokens = text == null ? null : FORM.read(text, problems);
    if (text == null) {
      FORM.judgeBeginning(new String(content, StandardCharsets.ISO_8859_1), problems);
    }
    if (problems.isOfAnotherKind()) {
      throw new IOException("it is another kind of file, and left alone");
    }
    return tokens == null ? List.of() : tokens;
  }

  private static @Nullable KeptToken read(Place place) {
    ObjectReader entry = place.object(FIELDS);
    if (entry == null) {
      return null;
    }
    String clientId = entry.required("clientId", Forms.TEXT);
    String address = entry.required("address", Forms.TEXT);
    String token = entry.required("token", Forms.TEXT);
    Instant givenAt = entry.required("givenAt", Forms.MOMENT);
    Instant until = entry.required("until", Forms.MOMENT);
    if (clientId == null || address == null || token == null || givenAt == null || until == null) {
      return null;
    }
    if (!BEARER.matcher(token).matches()) {
      place.refuse("no token");
      return null;
    }
    return new KeptToken(clientId, address, token, givenAt, until);
  }

  static String toJson(List<KeptToken> tokens) {
    List<JsonNode.Members> entries =
        tokens.stream()
            .map(
                it ->
                    new ObjectWriter()
                        .text("clientId", it.clientId)
                        .text("address", it.address)
                        .text("token", it.token)
                        .text("givenAt", it.givenAt)
                        .text("until", it.until)
                        .object())
            .toList();
    return FORM.print(
        new ObjectWriter().node("tokens", new JsonNode.Items(List.copyOf(entries))).object());
  }

  /** Returns where it is good, and never the token. */
  @Override
  public String toString() {
    return "KeptToken[" + address + ", hidden]";
  }
}
