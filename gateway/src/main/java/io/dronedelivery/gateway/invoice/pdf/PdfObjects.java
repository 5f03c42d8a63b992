package io.dronedelivery.gateway.invoice.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The numbered objects of a PDF file. A char is a byte. */
final class PdfObjects {
    /** The version, and a comment that tells everybody who passes the file on that it is not text. */
    private static final String HEADER = "%PDF-1.4\n%\u00E2\u00E3\u00CF\u00D3\n";

    private final StringBuilder file = new StringBuilder(HEADER);
    private final List<Integer> places = new ArrayList<>();

    /** Adds the object of the next number, from 1 on. */
    void add(String object) {
        places.add(file.length());
        file.append(places.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
    }

    /** The file with where each object is. Nothing can be added any more. */
    String file(int catalog, int information) {
        int table = file.length();
        file.append(String.format(Locale.ROOT, "xref\n0 %d\n0000000000 65535 f \n", places.size() + 1));
        places.forEach(place -> file.append(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
        file.append(String.format(
                Locale.ROOT,
                "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n",
                places.size() + 1,
                catalog,
                information,
                table));
        return file.toString();
    }
}
