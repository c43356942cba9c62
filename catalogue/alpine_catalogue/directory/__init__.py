"""The directory: hubs by need, technology, service, test bed, region, language and free text, ranked and paged."""
