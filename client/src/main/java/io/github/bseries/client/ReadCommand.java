// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.http.HttpCall;
import io.github.bseries.client.internal.xml.XmlAnswer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A command that changes nothing, from its parameters to the value in its answer.
 *
 * @param <T> what is read
 */
final class ReadCommand<T> {

  private final String name;
  private final String wanted;
  private final Means means;
  private final Function<byte[], XmlAnswer<T>> parse;

  /**
   * Makes a command.
   *
   * @param name its name in the API
   * @param wanted what the answer should be, in a word
   */
  ReadCommand(String name, String wanted, Means means, Function<byte[], XmlAnswer<T>> parse) {
    this.name = name;
    this.wanted = wanted;
    this.means = means;
    this.parse = parse;
  }

  /** What all commands of a client are made with. */
  record Means(
      AuthorizedCalls authorized, Answers answers, CallEvents events, HttpCall.Timeouts timeouts) {}

  /** A value, and the answer that it came with. */
  record Brought<T>(T value, AuthorizedCalls.WithToken<byte[]> read) {}

  /**
   * Asks.
   *
   * @throws ApplianceException if there is no such value in the answer, or no answer
   */
  Brought<T> ask() {
    return ask(Map.of());
  }

  /** Asks with these parameters beside the name. */
  Brought<T> ask(Map<String, String> parameters) {
    Map<String, String> all = new TreeMap<>(parameters);
    all.put("action", name);
    HttpCall call = HttpCall.get(ApplianceClient.COMMAND_PATH, all, means.timeouts());
    return means.events().during(name, span -> brought(means.authorized().read(name, call)));
  }

  private Brought<T> brought(AuthorizedCalls.WithToken<byte[]> read) {
    int status = read.answer().head().status();
    byte[] body = read.answer().body();
    XmlAnswer<T> answer = parse.apply(body);
    if (status == 200 && answer instanceof XmlAnswer.Understood<T> understood) {
      return new Brought<>(understood.value(), read);
    }
    if (answer instanceof XmlAnswer.ErrorTold<T> told) {
      throw means.answers().rejected(name, status, told.words());
    }
    String objection =
        answer instanceof XmlAnswer.NotUnderstood<T> not
            ? not.reason()
            : "which no " + wanted + " comes with";
    throw means.answers().refusal(name, status, body, objection);
  }
}
