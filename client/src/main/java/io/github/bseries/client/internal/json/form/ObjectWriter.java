// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the members of an object that is to be printed. What is null is left out. */
public final class ObjectWriter {

  private final Map<String, JsonNode> members = new LinkedHashMap<>();

  /** Adds a value. */
  public ObjectWriter node(String name, @Nullable JsonNode value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  /** Adds what the value prints as a text. */
  public ObjectWriter text(String name, @Nullable Object value) {
    return node(name, value == null ? null : new JsonNode.Text(value.toString()));
  }

  /** Adds what the values print as a list of texts. */
  public ObjectWriter texts(String name, List<?> values) {
    return node(name, JsonNode.Items.ofTexts(values));
  }

  /** Adds a whole number. */
  public ObjectWriter number(String name, @Nullable Long value) {
    return node(name, value == null ? null : new JsonNode.Digits(value.toString()));
  }

  /** Adds true or false. */
  public ObjectWriter flag(String name, boolean value) {
    return node(name, new JsonNode.Flag(value));
  }

  /** Returns the object. */
  public JsonNode.Members object() {
    return new JsonNode.Members(members);
  }
}
