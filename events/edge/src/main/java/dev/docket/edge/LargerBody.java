package dev.docket.edge;

/**
 * A route that takes larger bodies than others; a side makes it a bean.
 *
 * @param path the whole of it, as it is written in a request
 * @param largest in bytes
 */
public record LargerBody(String method, String path, long largest) {

    boolean isFor(String asked, String uri) {
        return method.equals(asked) && path.equals(uri);
    }
}
