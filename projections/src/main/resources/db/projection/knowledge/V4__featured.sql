-- GET /articles?featured=true, and the first page of a knowledge base: few articles are featured.
CREATE INDEX article_featured ON article (tenant) WHERE featured;
