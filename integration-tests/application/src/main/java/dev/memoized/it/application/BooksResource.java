package dev.memoized.it.application;

import dev.memoized.MemoizedEntry;
import dev.memoized.MemoizedMethods;
import dev.memoized.Remembered;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Books, and the handle of a title. */
@Path("/books")
@RequestScoped
public class BooksResource {
    @Inject
    Books books;

    @Inject
    Edition edition;

    @Inject
    MemoizedMethods memoized;

    /** A title. */
    @GET
    @Path("titles/{book}")
    public String title(@PathParam("book") String book) throws Exception {
        return Answer.of(memoized.observe(() -> books.title(book))).text();
    }

    /** Brings out the next edition of all books. */
    @POST
    @Path("editions")
    public String edition() {
        return Answer.of("edition", edition.next()).text();
    }

    /** What is remembered of a title. */
    @GET
    @Path("entries/{book}")
    public String entry(@PathParam("book") String book) {
        return Answer.of("value", entryOf(book).lookup().map(Remembered::value).orElse("nothing"))
                .text();
    }

    /** Puts a title into the cache. */
    @PUT
    @Path("entries/{book}")
    public String put(@PathParam("book") String book, String title) {
        entryOf(book).put(title);
        return entry(book);
    }

    /** Drops a title from the cache. */
    @DELETE
    @Path("entries/{book}")
    public String invalidate(@PathParam("book") String book) {
        entryOf(book).invalidate();
        return entry(book);
    }

    private MemoizedEntry<String> entryOf(String book) {
        return memoized.entry(() -> books.title(book));
    }

    /** What stands on a shelf. */
    @GET
    @Path("shelves/{name}")
    public String shelf(@PathParam("name") String name) throws Exception {
        return Answer.of(memoized.observe(() -> books.shelf(name))).text();
    }

    /** Puts a book on a shelf. */
    @POST
    @Path("shelves/{name}/{book}")
    public String put(@PathParam("name") String name, @PathParam("book") String book, String nothing) {
        books.put(name, book);
        return Answer.of("put", book).text();
    }

    /** Makes the method known whose limits are configured. */
    @GET
    @Path("configured")
    public String configured() {
        return Answer.of("value", books.configured()).text();
    }
}
